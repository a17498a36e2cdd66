// Looks for what has changed every few seconds while the page is seen, and shows it in place.
const box = document.getElementById('text-lines');
const EVERY = 4000;
let shown = null;

function open() {
  return [...box.querySelectorAll('details')].map((each) => each.open);
}

function busy() {
  // Never under somebody's hands.
  return box.contains(document.activeElement) && document.activeElement !== document.body;
}

async function look() {
  if (document.hidden || busy()) { return; }
  const answer = await fetch(box.dataset.linesFrom, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok || answer.redirected) { return; }
  const html = await answer.text();
  const plain = html.replace(/name="csrf_token" value="[^"]*"/g, '');
  if (shown !== null && plain !== shown && !busy()) {
    const were = open();
    box.innerHTML = html;
    box.querySelectorAll('details').forEach((each, place) => { each.open = were[place] || false; });
  }
  shown = plain;
}

async function again() {
  try { await look(); } catch { /* the network is away: the next look may find it */ }
  window.setTimeout(again, EVERY);
}

if (box) { again(); }
