// The parts of the page together.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : dark.matches;
}

function nameTheme() {
  byId('theme').textContent = isDark() ? say('light') : say('dark');
}

function remember(theme) {
  try {
    window.localStorage.setItem('preflight-theme', theme);
  } catch (refused) {
    // A page in a sandbox has no memory.
  }
}

function remembered() {
  try {
    return window.localStorage.getItem('preflight-theme');
  } catch (refused) {
    return null;
  }
}

function startTheme() {
  const theme = remembered();
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.dataset.theme = theme;
  }
  byId('theme').addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    remember(theme);
    nameTheme();
  });
  dark.addEventListener('change', nameTheme);
  nameTheme();
}

function ruleRow(rule) {
  const [warn, unknown, fail] = rule.counts;
  const button = element('button', { type: 'button', class: 'link' }, rule.id);
  button.addEventListener('click', () => filterBy({ rule: rule.id }));
  const cell = (count, kind) => element('td', { class: `count ${count ? kind : 'zero'}` }, count ? grouped(count) : '·');
  return element('tr', {},
      element('th', { scope: 'row' }, button, element('span', { class: 'title' }, rule.title)),
      element('td', {}, rule.limit), cell(fail, 'fail'), cell(unknown, 'unknown'), cell(warn, 'warn'));
}

function startRules() {
  if (page.rules.length > 0) {
    byId('rules').tBodies[0].append(...page.rules.map(ruleRow));
    byId('rules-section').hidden = false;
  }
}

startTheme();
startRules();
startTable();
startPlots();
