// Runs before the first paint, so that a dark page never flashes light. A file of its own because the content security policy allows no inline script.
(function () {
  var stored = null;
  var language = null;
  try {
    stored = window.localStorage.getItem('colour-scheme');
    language = window.localStorage.getItem('language');
  } catch {
    // Storage can be closed; the system's own choices then hold.
  }
  var dark = stored === 'dark' || (stored !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language === 'en') document.documentElement.lang = 'en';
})();
