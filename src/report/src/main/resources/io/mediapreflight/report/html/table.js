// The table: rows are filtered and sorted as data, and a hundred at a time are in the document.

const CHUNK = 100;
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
  for (const heading of byId('files').tHead.rows[0].cells) {
    heading.setAttribute('role', 'columnheader');
    const by = heading.dataset.sort;
    if (by) {
      const title = heading.textContent;
      const button = element('button', { type: 'button', class: 'sort' }, title);
      heading.replaceChildren(button);
      heading.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => sortBy(by, order.by === by ? !order.up : !SORTS[by].downFirst));
      byId('sort').append(option(by, title));
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
