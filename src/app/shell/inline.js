/* The one inline script: the display that was chosen, and a tap on the human button before the app has loaded. */
(function () {
  var html = document.documentElement;
  var data = html.dataset;
  data.rendered = data.mode;
  var display = /^(standard|senior)\.([1-5])\.(normal|high)$/;
  var wear = function (kept) {
    data.mode = kept[1];
    data.text = kept[2];
    data.contrast = kept[3];
  };
  try {
    var query = location.search;
    // Who asks for both has asked for neither; a signed link beside it is the server's to judge, who sets a cookie.
    var asked =
      /[?&]mode=senior\b/.test(query) !== /[?&]mode=standard\b/.test(query) &&
      !/[?&]m=large\b/.test(query);
    var cookie = /(?:^|; )sl_display=([^;]*)/.exec(document.cookie);
    var has = asked || display.test(cookie && cookie[1]);
    var kept = display.exec(localStorage.getItem('sl_display'));
    // What this session has switched by itself, or took from the account: no choice of this device.
    var session = display.exec(sessionStorage.getItem('sl_auto'));
    if (!has && (kept || session)) wear(kept || session);
    // What host and system asked for when the page was last open: measured again later (platform/display/root-size).
    var root = /^([\d.]+);([\d.]+)$/.exec(localStorage.getItem('sl_root'));
    if (root) {
      html.style.setProperty('--host-scale', root[1]);
      html.style.setProperty('--rem-base', root[2] + 'px');
    }
    // Room for the choice between the two, so that nothing moves under a finger when it comes.
    var isFirst = !has && !kept && data.mode === 'standard' && !localStorage.getItem('sl_met');
    if (isFirst && location.pathname === '/') data.first = '';
  } catch (e) {
    data.storage = 'none';
  }
  var help = (window.slHelp = { state: 'idle' });
  // A slow finger: where the app puts its page in the place of this one between press and release, no click follows.
  var pressed;
  var button = function (event) {
    return event.target.closest && event.target.closest('[data-help=human]');
  };
  document.addEventListener(
    'pointerdown',
    function (event) {
      pressed = button(event);
    },
    true,
  );
  document.addEventListener(
    'pointerup',
    function (event) {
      var now = pressed && !pressed.isConnected && button(event);
      pressed = null;
      if (now) now.click();
    },
    true,
  );
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
      // Kept until it is answered, also beyond this page: features/handoff/kept-ask.
      var keep = function (kept) {
        try {
          sessionStorage.setItem('sl_asked', kept);
        } catch (e) {
          // Without storage it lives as long as the page.
        }
      };
      keep(JSON.stringify({ at: Date.now(), context: body }));
      var minutes = function (seconds) {
        return Math.max(1, Math.round(seconds / 60));
      };
      var send = function () {
        fetch(form.action, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify(body),
        }).then(
          function (answer) {
            return answer
              .json()
              .then(function (request) {
                if (!answer.ok) throw request;
                help.request = request;
                keep('null');
                var wait = request.waitSeconds;
                show(
                  'accepted',
                  (request.isOpen ? (wait ? words.wait : words.accepted) : words.shut)
                    .replace('#low', wait && minutes(wait.low))
                    .replace('#high', wait && minutes(wait.high))
                    .replace('#', request.position),
                );
              })
              .catch(function () {
                keep('null');
                show('failed', words.failed);
              });
          },
          function () {
            show('failed', words.kept);
            // The app goes on with it once it is there.
            setTimeout(function () {
              if (!help.taken && help.state === 'failed') send();
            }, 4000);
          },
        );
      };
      send();
    },
    true,
  );
})();
