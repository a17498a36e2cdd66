// The pretend phone: looks for new texts every second, as a phone would show them.
(function () {
  var list = document.getElementById('texts');
  if (!list) { return; }
  var from = list.getAttribute('data-texts-from');
  list.scrollTop = list.scrollHeight;
  function look() {
    fetch(from, { credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (html) {
        if (html !== null && html !== list.dataset.shown) {
          list.dataset.shown = html;
          list.innerHTML = html;
          list.scrollTop = list.scrollHeight;
        }
      })
      .catch(function () { /* the demo has ended: nothing to show */ })
      .finally(function () { window.setTimeout(look, 1000); });
  }
  look();
})();
