// Looks for what has changed every few seconds while the page is seen, and shows only that in place.
// What somebody has opened stays open, and what they are on stays theirs.
const box = document.getElementById('text-lines');
const EVERY = 4000;
const shown = new Map();
let waiting = 0;
let looking = false;

function bare(part) {
  return part.outerHTML.replace(/name="csrf_token" value="[^"]*"/g, '');
}

function part(within, name) {
  return name ? within.querySelector(`[data-part="${CSS.escape(name)}"]`) : null;
}

function renew(old, fresh) {
  if (old.getAttribute('aria-live')) { old.textContent = fresh.textContent; return; }
  const open = [...old.querySelectorAll('details[open]')].map((each) => each.dataset.part);
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceChildren(...fresh.childNodes);
  open.forEach((name) => { const each = part(old, name); if (each) { each.open = true; } });
  if (held) { (part(old, held.dataset.part) || old.querySelector('h2') || document.body).focus(); }
}

function take(html) {
  const fresh = [...new DOMParser().parseFromString(html, 'text/html').body.children];
  const now = new Map([...box.children].map((each) => [each.dataset.key, each]));
  const stay = new Set(fresh.map((each) => each.dataset.key));
  now.forEach((each, key) => { if (!stay.has(key)) { each.remove(); shown.delete(key); } });
  let before = null;
  fresh.forEach((each) => {
    const key = each.dataset.key;
    const words = bare(each);
    let here = now.get(key);
    if (!here) {
      here = each;
    } else if (words !== shown.get(key)) {
      renew(here, each);
    }
    shown.set(key, words);
    const next = before ? before.nextElementSibling : box.firstElementChild;
    if (next !== here) { box.insertBefore(here, next); }
    before = here;
  });
}

async function look() {
  const answer = await fetch(box.dataset.linesFrom, { credentials: 'same-origin', cache: 'no-store' });
  // Whoever is signed out is not led away from what they read.
  if (!answer.ok || answer.redirected) { return; }
  const html = await answer.text();
  if (!box.querySelector('form[data-sent]')) { take(html); }
}

async function again() {
  window.clearTimeout(waiting);
  if (looking) { return; }
  looking = true;
  try {
    if (!document.hidden) { await look(); }
  } catch { /* the network is away: the next look may find it */ }
  looking = false;
  waiting = window.setTimeout(again, EVERY);
}

if (box) {
  [...box.children].forEach((each) => shown.set(each.dataset.key, bare(each)));
  // Forms that came later are sent once only, as all others are.
  box.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.going) { event.preventDefault(); return; }
    form.dataset.going = 'yes';
    form.dataset.sent = 'yes';
  });
  document.addEventListener('visibilitychange', again);
  waiting = window.setTimeout(again, EVERY);
}
