// Rows of the table: what the data say of a file, and the elements that show it.

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

function cell(content, kind) {
  return element('td', { role: 'cell', class: kind }, content);
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
  append(line, [
    cell(outcome, 'verdict'),
    cell(nameCell(row), 'file'),
    cell(summaryOf(row), 'brief-cell'),
    cell(row.width ? `${row.width}×${row.height}` : '', 'number'),
    cell(row.seconds ? inSeconds(row.seconds) : '', 'number'),
    cell(row.bytes ? inBytes(row.bytes) : '', 'number'),
    cell(actions(row, line), 'action'),
  ]);
  return line;
}
