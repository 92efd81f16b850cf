// Runs before the first paint and outside the bundle, so that neither theme nor language flickers.
// It stays a file of its own because the content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = stored('ennead.theme');
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.dataset.theme = theme;
  var locale = stored('ennead.locale');
  if (locale !== 'zh-CN' && locale !== 'en') {
    locale = /^zh/i.test(navigator.language || '') ? 'zh-CN' : 'en';
  }
  root.lang = locale;
})();
