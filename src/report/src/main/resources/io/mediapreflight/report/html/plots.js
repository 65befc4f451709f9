// Plots: bars count every file, points are single ones. How they are drawn at a width.

const LANE = { top: 20, row: 13, axis: 26, left: 14, right: 14 };
/** Heights of bars and points: one lane is as high as two plots beside another are. */
const HEIGHTS = { 1: [74, 50], 2: [104, 66] };
const PLOT_VALUES = { durations: inSeconds, sides: (side) => `${grouped(side)} px`, ratios: inRatio, sizes: inBytes };

/** The same for the same file each time, so that points do not jump. */
function jitter(index) {
  return ((index * 0.618034) % 1 + 1) % 1;
}

function log(value) {
  return Math.log10(value);
}

/** What an axis shows at most: what is beyond it stands at its end. A single strange file would else take the room of all others. */
const AXES = { durations: [0.2, 1000], ratios: [1 / 25, 25], sides: [40, 20000], sizes: [100, 1e10] };

function within(plot, edges, limits) {
  const [min, max] = AXES[plot.id];
  return [
    Math.max(Math.min(...edges), log(Math.min(min, ...limits))),
    Math.min(Math.max(...edges), log(Math.max(max, ...limits))),
  ];
}

/** From the smallest to the largest of all values and limits, with some room. */
function domainOf(plot, lanes, lines) {
  const edges = lines.map(log);
  for (const lane of lanes) {
    for (const bin of lane.bins) {
      edges.push(bin[0] / plot.steps, (bin[0] + 1) / plot.steps);
    }
  }
  const [low, high] = within(plot, edges, lines);
  const room = Math.max(0.06, (high - low) * 0.05);
  return [low - room, high + room];
}

function scale([low, high], from, to) {
  return (value) => from + ((Math.max(low, Math.min(high, log(value))) - low) / (high - low)) * (to - from);
}

/** Round numbers within the axis, as many as fit beside each other. */
function ticksOf(plot, [low, high], width) {
  const ticks = [];
  if (plot.id === 'ratios') {
    for (const value of [100, 50, 20, 10, 5, 3, 2]) {
      ticks.push(1 / value);
    }
    ticks.push(1, 2, 3, 5, 10, 20, 50, 100);
  } else {
    for (let power = Math.floor(low); power <= Math.ceil(high); power++) {
      for (const digit of [1, 2, 5]) {
        ticks.push(digit * 10 ** power);
      }
    }
  }
  let inside = ticks.filter((tick) => log(tick) >= low && log(tick) <= high);
  const fit = Math.max(2, Math.floor(width / 62));
  if (inside.length > fit && plot.id !== 'ratios') {
    inside = inside.filter((tick) => Math.abs(log(tick) - Math.round(log(tick))) < 1e-9);
  }
  const every = Math.ceil(inside.length / fit);
  return inside.filter((tick, i) => i % every === 0);
}

function pathOf(outcome, places) {
  const shape = outcome === 'fail' || outcome === 'unknown' ? 'm-3 -3l6 6m0 -6l-6 6' : 'h0';
  return svg('path', { class: `point ${outcome}`, d: places.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}${shape}`).join('') });
}

/** One path for each outcome, the worst on top. */
function pointPaths(points) {
  return OUTCOMES
      .map((outcome, i) => [outcome, points.filter((point) => point.outcome === i).map((point) => [point.x, point.y])])
      .filter(([outcome, places]) => places.length > 0)
      .map(([outcome, places]) => pathOf(outcome, places));
}

/** A bar for each bin, in which the outcomes stand on each other; what is there at all is seen. */
function barsOf(plot, lane, x, bottom, full) {
  const max = Math.max(1, ...lane.bins.map((bin) => bin[1] + bin[2] + bin[3] + bin[4]));
  const bars = [];
  for (const bin of lane.bins) {
    const left = x(10 ** (bin[0] / plot.steps));
    const width = Math.max(1, x(10 ** ((bin[0] + 1) / plot.steps)) - left - 1);
    let at = bottom;
    OUTCOMES.forEach((outcome, i) => {
      if (bin[i + 1] > 0) {
        const height = Math.max(2, (bin[i + 1] / max) * (full - 6));
        at -= height;
        bars.push(svg('rect', { class: `bar ${outcome}`, x: left, y: at, width, height }));
      }
    });
  }
  return bars;
}

function zone(from, to, top, bottom) {
  return to > from ? svg('rect', { class: 'outside', x: from, y: top, width: to - from, height: bottom - top }) : null;
}

/** The names of the limits, in two rows where they would stand on each other. */
function limitNames(lane, x, width) {
  const free = [-Infinity, -Infinity];
  const names = [];
  for (const line of [...lane.lines].sort((one, other) => one.at - other.at)) {
    const half = line.label.length * 3.3;
    const middle = Math.max(half + 2, Math.min(width - half - 2, x(line.at)));
    const row = free.findIndex((end) => middle - half > end);
    if (line.label && row >= 0) {
      names.push({ label: line.label, middle, row });
      free[row] = middle + half + 4;
    }
  }
  return names;
}

function limitLines(lane, names, x, top, bottom) {
  return [
    ...lane.lines.map((line) => svg('line', { class: `limit ${line.kind}`, x1: x(line.at), x2: x(line.at), y1: top, y2: bottom })),
    ...names.map((name) => svg('text', {
      class: 'limit-name', x: name.middle, y: top - 5 - name.row * LANE.row, 'text-anchor': 'middle',
    }, name.label)),
  ];
}

/** A sign at each end beyond which there are values. */
function ends(lanes, [low, high], y, width) {
  return [
    lanes.some((lane) => log(lane.from) < low) ? svg('text', { x: 0, y: y + 17 }, '◂') : null,
    lanes.some((lane) => log(lane.to) > high) ? svg('text', { x: width, y: y + 17, 'text-anchor': 'end' }, '▸') : null,
  ];
}

function axis(plot, x, y, width, domain) {
  const parts = [svg('line', { class: 'axis', x1: 0, x2: width, y1: y, y2: y })];
  for (const tick of ticksOf(plot, domain, width)) {
    const at = x(tick);
    const label = plot.id === 'ratios' ? inRatio(tick) : PLOT_VALUES[plot.id](tick).replace('.0 ', ' ');
    parts.push(svg('line', { class: 'axis', x1: at, x2: at, y1: y, y2: y + 4 }));
    if (at > 36 && at < width - 24) {
      parts.push(svg('text', { x: at, y: y + 17, 'text-anchor': 'middle' }, label));
    }
  }
  return parts;
}

function drawStrip(plot, picture, width) {
  const lines = plot.lanes.flatMap((lane) => lane.lines.map((line) => line.at));
  const domain = domainOf(plot, plot.lanes, lines);
  const x = scale(domain, LANE.left, width - LANE.right);
  const points = [];
  const [bars, strip] = HEIGHTS[plot.lanes.length];
  let top = 0;
  for (const lane of plot.lanes) {
    const names = limitNames(lane, x, width);
    top += LANE.top + Math.max(0, ...names.map((name) => name.row)) * LANE.row;
    const middle = top + bars;
    const bottom = middle + strip;
    const min = lane.lines.filter((line) => line.kind === 'min').map((line) => x(line.at))[0];
    const max = lane.lines.filter((line) => line.kind === 'max').map((line) => x(line.at))[0];
    append(picture, [
      zone(0, min === undefined ? 0 : min, top, bottom), zone(max === undefined ? width : max, width, top, bottom),
      svg('line', { class: 'base', x1: 0, x2: width, y1: middle, y2: middle }),
      ...barsOf(plot, lane, x, middle, bars), ...limitLines(lane, names, x, top, bottom),
    ]);
    if (lane.name) {
      picture.append(svg('text', { class: 'lane', x: 2, y: top + 12 }, `${grouped(lane.count)} ${lane.name}`));
    }
    const own = lane.points.map(([value, outcome, reference], i) => ({
      x: x(value), y: middle + 7 + jitter(i) * (strip - 14), outcome, reference, text: PLOT_VALUES[plot.id](value),
    }));
    picture.append(...pointPaths(own));
    points.push(...own);
    top = bottom;
  }
  append(picture, [...axis(plot, x, top, width, domain), ...ends(plot.lanes, domain, top, width)]);
  return { points, height: top + LANE.axis };
}

function squareDomain(plot, lane) {
  const edges = [log(lane.min), log(lane.max)];
  for (const bin of lane.bins) {
    edges.push(bin[0] / plot.steps, (bin[0] + 1) / plot.steps, bin[1] / plot.steps, (bin[1] + 1) / plot.steps);
  }
  const [low, high] = within(plot, edges, [lane.min, lane.max]);
  return [low - 0.08, high + 0.08];
}

/** How many files are where there are more than points can show. */
function squareBins(plot, lane, x, y) {
  const max = Math.max(...lane.bins.map((bin) => bin[2] + bin[3] + bin[4] + bin[5]));
  const shades = 5;
  return lane.bins.map((bin) => {
    const count = bin[2] + bin[3] + bin[4] + bin[5];
    const shade = Math.max(1, Math.round((Math.log(count + 1) / Math.log(max + 1)) * shades));
    const left = x(10 ** (bin[0] / plot.steps));
    const top = y(10 ** ((bin[1] + 1) / plot.steps));
    return svg('rect', {
      class: `density shade${shade}`, x: left, y: top, width: x(10 ** ((bin[0] + 1) / plot.steps)) - left,
      height: y(10 ** (bin[1] / plot.steps)) - top,
    });
  });
}

function drawSquare(plot, picture, width) {
  const lane = plot.lanes[0];
  const domain = squareDomain(plot, lane);
  const left = 44;
  const side = Math.min(width - left - 4, 380);
  const top = 8;
  const x = scale(domain, left, left + side);
  const y = scale(domain, top + side, top);
  append(picture, [
    svg('rect', { class: 'outside', x: left, y: top, width: side, height: side }),
    svg('rect', { class: 'allowed', x: x(lane.min), y: y(lane.max), width: x(lane.max) - x(lane.min), height: y(lane.min) - y(lane.max) }),
    ...(lane.count > lane.points.length ? squareBins(plot, lane, x, y) : []),
    svg('text', { class: 'limit-name', x: x(lane.max) - 4, y: y(lane.max) + 14, 'text-anchor': 'end' },
        `${grouped(lane.min)} – ${grouped(lane.max)} px`),
  ]);
  for (const tick of ticksOf(plot, domain, side)) {
    picture.append(
        svg('text', { x: x(tick), y: top + side + 16, 'text-anchor': 'middle' }, grouped(tick)),
        svg('text', { x: left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, grouped(tick)));
  }
  const points = lane.points.map(([width, height, outcome, reference]) => ({
    x: x(width), y: y(height), outcome, reference, text: `${grouped(width)}×${grouped(height)}`,
  }));
  picture.append(...pointPaths(points));
  return { points, height: top + side + LANE.axis };
}
