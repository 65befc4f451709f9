'use strict';
// What the page shows, and how numbers and elements are made of it. No text of a file is ever parsed as HTML.

const page = JSON.parse(document.getElementById('data').textContent);
const SVG = 'http://www.w3.org/2000/svg';
const OUTCOMES = page.outcomes; // pass, warn, unknown, fail

function say(key, values = {}) {
  return page.words[key].replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}

function byId(id) {
  return document.getElementById(id);
}

function append(parent, children) {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== '') {
      parent.append(child);
    }
  }
  return parent;
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return append(made, children);
}

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return append(made, children);
}

function grouped(number) {
  return number.toLocaleString('en-US');
}

function inSeconds(seconds) {
  return `${grouped(Math.round(seconds * 1000) / 1000)} s`;
}

/** As the other reports have it: rounded down to tenths. */
function inBytes(bytes) {
  if (bytes < 1000) {
    return `${bytes} bytes`;
  }
  const units = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  let unit = 0;
  let one = 1000;
  while (bytes / one >= 1000 && unit < units.length - 1) {
    one *= 1000;
    unit++;
  }
  return `${(Math.floor((bytes / one) * 10) / 10).toFixed(1)} ${units[unit]}`;
}

function inRatio(ratio) {
  const rounded = (value) => grouped(Math.round(value * 100) / 100);
  return ratio >= 1 ? `${rounded(ratio)}:1` : `1:${rounded(1 / ratio)}`;
}

function announce(text) {
  byId('status').textContent = '';
  window.setTimeout(() => {
    byId('status').textContent = text;
  }, 50);
}

/** Where a page may not use the clipboard, the text is selected and copied the old way. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) {
    const field = element('textarea', { class: 'hidden', 'aria-hidden': 'true', tabindex: '-1' });
    const focused = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused) {
      focused.focus();
    }
    return done;
  }
}
