// The table: rows are filtered and sorted as data, and a hundred at a time are in the document.

const CHUNK = 100;
const STEM = '\uE000';
const ACTUAL = '\uE001';

function findingOf(list) {
  const [kind, actual, status, place] = list;
  const [rule, severity, message, limit, fix] = page.kinds[kind];
  const text = (index) => (index === undefined ? '' : page.strings[index]);
  return {
    rule: text(rule),
    severity: text(severity),
    message: text(message).replace(ACTUAL, () => actual),
    actual,
    limit: text(limit),
    fix: text(fix),
    status: text(status),
    place: text(place),
  };
}

function rowOf(data, index) {
  const stem = data.n.slice(0, data.k || 0);
  const findings = (data.f || []).map(findingOf);
  return {
    index,
    name: data.n,
    outcome: data.o < 0 ? 'skipped' : OUTCOMES[data.o],
    rank: data.o,
    accepted: data.a === 1,
    format: page.strings[data.t],
    width: data.w || 0,
    height: data.h || 0,
    seconds: data.s || 0,
    bytes: data.b || 0,
    image: data.g,
    findings,
    moreFindings: data.m || 0,
    commands: (data.c || []).map((at) => (stem ? page.strings[at].replaceAll(STEM, () => stem) : page.strings[at])),
    text: `${data.n}\n${findings.map((each) => `${each.rule} ${each.message}`).join('\n')}`.toLowerCase(),
  };
}

const rows = page.rows.map(rowOf);
const filters = { text: '', rule: '', outcome: '' };
const order = { by: '', up: true };
let found = rows;
let rendered = 0;

/** Values by which a heading sorts, and whether the large ones come first. */
const SORTS = {
  outcome: { value: (row) => (row.accepted ? 0.5 : row.rank), downFirst: true },
  name: { value: (row) => row.name, downFirst: false },
  findings: { value: (row) => row.findings.length + row.moreFindings, downFirst: true },
  pixels: { value: (row) => row.width * row.height, downFirst: true },
  seconds: { value: (row) => row.seconds, downFirst: true },
  bytes: { value: (row) => row.bytes, downFirst: true },
};

function matches(row) {
  if (filters.outcome === 'accepted' ? !row.accepted : filters.outcome && row.outcome !== filters.outcome) {
    return false;
  }
  if (filters.rule && !row.findings.some((each) => each.rule === filters.rule)) {
    return false;
  }
  return !filters.text || row.text.includes(filters.text);
}

function sorted(list) {
  if (!order.by) {
    return list;
  }
  const value = SORTS[order.by].value;
  const sign = order.up ? 1 : -1;
  return [...list].sort((one, other) => {
    const a = value(one);
    const b = value(other);
    return (a < b ? -sign : a > b ? sign : one.index - other.index);
  });
}

function chip(finding) {
  const dropped = finding.status ? ' dropped' : '';
  return element('span', { class: `chip ${finding.severity}${dropped}` }, finding.rule);
}

function term(name, text) {
  return text ? element('div', {}, element('dt', {}, name), element('dd', {}, text)) : null;
}

function commandLine(command) {
  const button = element('button', { type: 'button', class: 'copy' }, say('copy'));
  const code = element('code', {}, command);
  button.addEventListener('click', () => copyFrom(button, command, code));
  return element('div', { class: 'command' }, code, button);
}

async function copyFrom(button, command, code) {
  const label = button.textContent;
  const done = await copied(command);
  const result = say(done ? 'copied' : 'copy-failed');
  if (!done && code) {
    window.getSelection().selectAllChildren(code);
  }
  button.textContent = result;
  announce(result);
  window.setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

function findingDetails(finding) {
  return element('li', {},
      element('p', {}, chip(finding), ` ${finding.message}`),
      finding.status ? element('p', { class: 'status' }, finding.status) : null,
      element('dl', {},
          term('', finding.place), term(say('found'), finding.actual), term(say('limit'), finding.limit),
          term(say('fix'), finding.fix)));
}

function details(row) {
  const list = element('ul', { class: 'findings' });
  list.append(...row.findings.map(findingDetails));
  if (row.moreFindings) {
    list.append(element('li', {}, say('more-findings', { count: grouped(row.moreFindings) })));
  }
  const commands = element('div', { class: 'commands' });
  if (row.commands.length) {
    commands.append(element('h3', {}, say('command')), ...row.commands.map(commandLine));
  }
  const cell = element('td', { colspan: '7', role: 'cell' }, list, commands);
  return element('tr', { class: 'details', role: 'row', id: `details-${row.index}` }, cell);
}

function toggle(row, line, button, open) {
  const next = line.nextElementSibling;
  const isOpen = next !== null && next.classList.contains('details');
  if (isOpen && !open) {
    next.remove();
  } else if (!isOpen && open) {
    line.after(details(row));
  }
  button.setAttribute('aria-expanded', String(open));
  button.textContent = say(open ? 'close' : 'open');
}

function actions(row, line) {
  const buttons = element('div', { class: 'actions' });
  if (row.findings.length || row.commands.length) {
    const button = element('button', {
      type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-label': `${say('open')}: ${row.name}`,
      'aria-controls': `details-${row.index}`,
    }, say('open'));
    button.addEventListener('click', () => toggle(row, line, button, button.getAttribute('aria-expanded') !== 'true'));
    buttons.append(button);
  }
  if (row.commands.length) {
    const copy = element('button', { type: 'button', class: 'copy', title: row.commands.join('\n') }, say('copy-fix'));
    copy.setAttribute('aria-label', `${say('copy')}: ${say('command')}, ${row.name}`);
    copy.addEventListener('click', () => copyFrom(copy, row.commands.join('\n'), null));
    buttons.append(copy);
  }
  return buttons;
}

function cell(content, kind, label) {
  const made = element('td', { role: 'cell' }, content);
  if (kind) {
    made.className = kind;
  }
  if (label && content !== '') {
    made.dataset.label = label;
  }
  return made;
}

function summaryOf(row) {
  const box = element('div', { class: 'brief' });
  const failing = row.findings.filter((finding) => finding.severity !== 'advice');
  const first = failing.length ? failing.slice(0, 2) : row.findings.slice(0, 1);
  for (const finding of first) {
    box.append(element('p', {}, chip(finding), ' ', element('span', {}, finding.message)));
  }
  const left = row.findings.length - first.length + row.moreFindings;
  if (left > 0) {
    box.append(element('p', { class: 'left' }, say('more-findings', { count: grouped(left) })));
  }
  return box;
}

function nameCell(row) {
  const name = element('div', { class: 'name' });
  if (row.image) {
    name.append(element('img', {
      src: `data:image/jpeg;base64,${row.image}`, alt: say('thumbnail', { file: row.name }), loading: 'lazy',
    }));
  }
  const slash = row.name.lastIndexOf('/', row.name.length - 2) + 1;
  const text = element('span', { class: 'path' });
  if (slash > 0) {
    text.append(element('span', { class: 'directory' }, row.name.slice(0, slash)));
  }
  text.append(element('span', { class: 'last' }, row.name.slice(slash)));
  if (row.format) {
    text.append(element('span', { class: 'format' }, row.format));
  }
  name.append(text);
  return name;
}

function lineOf(row) {
  const line = element('tr', { role: 'row', class: 'file' });
  const mark = element('span', { class: `mark ${row.outcome}` }, row.outcome === 'skipped' ? say('skipped') : row.outcome);
  const outcome = element('div', {}, mark);
  if (row.accepted) {
    outcome.append(element('span', { class: 'mark accepted' }, say('accepted')));
  }
  const titles = headings();
  append(line, [
    cell(outcome, 'verdict'),
    cell(nameCell(row), 'file'),
    cell(summaryOf(row), 'brief-cell'),
    cell(row.width ? `${row.width}×${row.height}` : '', 'number', titles.pixels),
    cell(row.seconds ? inSeconds(row.seconds) : '', 'number', titles.seconds),
    cell(row.bytes ? inBytes(row.bytes) : '', 'number', titles.bytes),
    cell(actions(row, line), 'action'),
  ]);
  return line;
}

const titles = {};

function headings() {
  if (!titles.name) {
    for (const heading of byId('files').tHead.rows[0].cells) {
      if (heading.dataset.sort) {
        titles[heading.dataset.sort] = heading.textContent;
      }
    }
  }
  return titles;
}

function renderMore() {
  const next = found.slice(rendered, rendered + CHUNK);
  const lines = next.map(lineOf);
  byId('files').tBodies[0].append(...lines);
  if (byId('open-all').checked) {
    lines.forEach((line, i) => openLine(line, next[i], true));
  }
  rendered += next.length;
  const left = found.length - rendered;
  byId('more').hidden = left === 0;
  byId('more').textContent = say('more', { count: grouped(Math.min(CHUNK, left)) });
}

function openLine(line, row, open) {
  const button = line.querySelector('button.open');
  if (button) {
    toggle(row, line, button, open);
  }
}

function update() {
  found = sorted(rows.filter(matches));
  rendered = 0;
  byId('files').tBodies[0].replaceChildren();
  renderMore();
  byId('count').textContent = found.length
      ? say('shown', { count: grouped(found.length), checked: grouped(rows.length) })
      : say('shown-none');
  byId('files').setAttribute('aria-rowcount', String(found.length + 1));
  for (const button of document.querySelectorAll('button.outcome')) {
    button.setAttribute('aria-pressed', String(button.dataset.outcome === filters.outcome));
  }
}

function sortBy(by, up) {
  order.by = by;
  order.up = up;
  for (const heading of byId('files').tHead.rows[0].cells) {
    if (heading.dataset.sort) {
      const is = heading.dataset.sort === by;
      heading.setAttribute('aria-sort', is ? (up ? 'ascending' : 'descending') : 'none');
    }
  }
  byId('sort').value = by;
  update();
}

/** Sets some of the filters and leaves the others as they are. */
function filterBy(some) {
  Object.assign(filters, some);
  byId('search').value = some.text === undefined ? byId('search').value : some.text;
  byId('rule').value = filters.rule;
  byId('outcome').value = filters.outcome;
  filters.text = filters.text.toLowerCase();
  update();
  byId('files-section').scrollIntoView({ behavior: 'auto', block: 'start' });
  byId('files-title').focus({ preventScroll: true });
}

/** Shows one file alone. */
function showFile(name) {
  filterBy({ text: name, rule: '', outcome: '' });
}

function option(value, label) {
  return element('option', { value }, label);
}

function startFilters() {
  const rules = [...new Set(rows.flatMap((row) => row.findings.map((each) => each.rule)))].sort();
  byId('rule').append(option('', say('all-rules')), ...rules.map((rule) => option(rule, rule)));
  const outcomes = [...document.querySelectorAll('button.outcome')];
  byId('outcome').append(option('', say('all-outcomes')),
      ...outcomes.map((button) => option(button.dataset.outcome, button.querySelector('.label').textContent)));
  for (const button of outcomes) {
    button.addEventListener('click', () => filterBy({
      outcome: filters.outcome === button.dataset.outcome ? '' : button.dataset.outcome,
    }));
  }
  byId('search').addEventListener('input', () => {
    filters.text = byId('search').value.toLowerCase();
    update();
  });
  for (const id of ['rule', 'outcome']) {
    byId(id).addEventListener('change', () => {
      filters[id] = byId(id).value;
      update();
    });
  }
  byId('clear').addEventListener('click', () => {
    filterBy({ text: '', rule: '', outcome: '' });
    byId('search').focus();
  });
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
}

function startSorting() {
  const named = headings();
  for (const heading of byId('files').tHead.rows[0].cells) {
    heading.setAttribute('role', 'columnheader');
    const by = heading.dataset.sort;
    if (by) {
      const button = element('button', { type: 'button', class: 'sort' }, named[by]);
      heading.replaceChildren(button);
      heading.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => sortBy(by, order.by === by ? !order.up : !SORTS[by].downFirst));
      byId('sort').append(option(by, named[by]));
    }
  }
  byId('sort').prepend(option('', '—'));
  byId('sort').value = '';
  byId('sort').addEventListener('change', () => {
    const by = byId('sort').value;
    sortBy(by, by ? !SORTS[by].downFirst : true);
  });
}

function startTable() {
  const table = byId('files');
  table.setAttribute('role', 'table'); // as cards it has no layout of a table, and stays one
  table.tHead.setAttribute('role', 'rowgroup');
  table.tHead.rows[0].setAttribute('role', 'row');
  table.tBodies[0].setAttribute('role', 'rowgroup');
  startSorting();
  startFilters();
  byId('more').addEventListener('click', () => {
    const first = rendered;
    renderMore();
    const line = table.tBodies[0].querySelectorAll('tr.file')[first];
    const button = line && line.querySelector('button');
    if (button) {
      button.focus();
    }
  });
  byId('open-all').addEventListener('change', () => {
    [...table.tBodies[0].querySelectorAll('tr.file')]
        .forEach((line, i) => openLine(line, found[i], byId('open-all').checked));
  });
  byId('files-section').hidden = rows.length === 0;
  update();
}
