/* The one inline script: the display that was chosen, and a tap on the human button before the app has loaded. */
(function () {
  var html = document.documentElement;
  var data = html.dataset;
  data.rendered = data.mode;
  try {
    var query = /[?&]mode=(senior|standard)\b/.exec(location.search);
    var has = /(?:^|; )sl_display=/.test(document.cookie);
    var stored = /^(standard|senior)\.([1-5])\.(normal|high)$/.exec(
      localStorage.getItem('sl_display') || '',
    );
    if (stored && !has) {
      data.mode = stored[1];
      data.text = stored[2];
      data.contrast = stored[3];
    }
    if (query) data.mode = query[1];
  } catch (e) {
    data.storage = 'none';
  }
  var help = (window.slHelp = { state: 'idle' });
  document.addEventListener(
    'submit',
    function (event) {
      var form = event.target;
      if (help.taken || !form.matches('[data-help-form]') || !window.fetch) return;
      event.preventDefault();
      if (help.state === 'sending') return;
      var show = function (state, text) {
        help.state = state;
        if (help.listen) return help.listen();
        document.querySelector('[data-help=human-status]').textContent = text;
      };
      var words = form.dataset;
      show('sending', words.connecting);
      var body = {};
      new FormData(form).forEach(function (value, name) {
        if (value) body[name] = value;
      });
      fetch(form.action, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
      })
        .then(function (answer) {
          if (!answer.ok) throw answer;
          return answer.json();
        })
        .then(function (request) {
          help.request = request;
          show('accepted', words.accepted.replace('#', request.position));
        })
        .catch(function () {
          show('failed', words.failed);
        });
    },
    true,
  );
})();
