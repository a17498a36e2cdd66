// Starts NHS.UK frontend's own components, and lets a form be sent once only.
import { initAll } from '/assets/nhsuk/nhsuk-frontend.min.js';

initAll();

document.querySelectorAll('form[data-send-once]').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
  });
});

document.querySelectorAll('[data-print]').forEach(function (button) {
  button.addEventListener('click', function () { window.print(); });
});
