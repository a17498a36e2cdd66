// Sends a clinic list and shows how far it is; without this script the form is sent as ever.
const form = document.querySelector('form[data-list-upload]');

function say(box, words, part) {
  const bar = box.querySelector('progress');
  box.hidden = false;
  box.querySelector('p').textContent = words;
  if (part === null) { bar.removeAttribute('value'); } else { bar.value = part; }
}

function refuse(box, words) {
  const name = document.querySelector('.list-problem') || document.createElement('p');
  name.className = 'nhsuk-error-message list-problem';
  name.setAttribute('role', 'alert');
  name.textContent = words;
  box.hidden = true;
  box.before(name);
  delete form.dataset.sent;
}

function answered(request, box) {
  let answer = null;
  try { answer = JSON.parse(request.responseText); } catch { /* a page, not our answer */ }
  if (answer && answer.next) { window.location.assign(answer.next); return; }
  if (answer && answer.problem) { refuse(box, answer.problem); return; }
  refuse(box, request.status === 413
    ? 'The file is too large. Split the list and upload each part. Nothing was changed.'
    : 'The list could not be sent. Nothing was changed. Load the page again and try once more.');
}

if (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (form.dataset.sent) { return; }
    form.dataset.sent = 'yes';
    const box = form.querySelector('.upload-progress');
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', function (sent) {
      const part = sent.lengthComputable ? Math.round(100 * sent.loaded / sent.total) : null;
      say(box, 'Sending the file' + (part === null ? '' : ': ' + part + ' %'), part);
    });
    request.upload.addEventListener('load', function () {
      say(box, 'Reading the list. A long one takes some seconds.', null);
    });
    request.addEventListener('load', function () { answered(request, box); });
    request.addEventListener('error', function () {
      refuse(box, 'The list could not be sent. Nothing was changed. Try again.');
    });
    request.send(new FormData(form));
  });
}
