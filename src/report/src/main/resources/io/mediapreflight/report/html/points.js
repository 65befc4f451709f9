// Plots as they stand in the page: what they say in words, and points that name their files. Drawn at the width that there is, and again where that changes.

const REACH = 26; // pixels from a point that still mean it

function nameOf(reference) {
  return reference >= 0 ? page.rows[reference].n : page.strings[-1 - reference];
}

/** What a plot says, in words. */
function alternative(plot) {
  const parts = [];
  for (const lane of plot.lanes) {
    if (lane.count > 0) {
      const square = plot.form === 'square';
      const counts = OUTCOMES.map((outcome, i) => [outcome, lane.bins.reduce((sum, bin) => sum + bin[i + (square ? 2 : 1)], 0)])
          .filter(([outcome, count]) => count > 0).reverse().map(([outcome, count]) => `${outcome} ${grouped(count)}`);
      const named = PLOT_VALUES[plot.id];
      const range = say('plot-alternative', {
        count: grouped(lane.count), min: named(lane.from), max: named(lane.to),
      });
      parts.push(`${lane.name ? `${lane.name}: ` : ''}${range} (${counts.join(', ')}).`);
    }
  }
  return parts.join(' ');
}

function samplingNote(plot) {
  const shown = plot.lanes.reduce((sum, lane) => sum + lane.points.length, 0);
  const count = plot.lanes.reduce((sum, lane) => sum + lane.count, 0);
  return shown < count
      ? say('plot-sampled', { count: grouped(shown), checked: grouped(count) })
      : say('plot-points');
}

/** A plot that is drawn, with what happens in it: a point under the mouse, or reached by keys, names its file. */
class Plot {
  constructor(plot) {
    this.plot = plot;
    this.points = [];
    this.at = -1;
    this.width = 0;
    this.picture = svg('svg', { 'aria-hidden': 'true' });
    this.tip = element('div', { class: 'tip', hidden: '' });
    this.frame = element('div', {
      class: 'frame', tabindex: '0', role: 'group', 'aria-roledescription': plot.title,
      'aria-label': `${plot.title}. ${alternative(plot)} ${say('plot-keys')}`,
    }, this.picture, this.tip);
    this.figure = element('figure', { class: plot.form, id: `plot-${plot.id}` },
        element('figcaption', {}, element('h3', {}, plot.title), element('p', {}, `${alternative(plot)} ${samplingNote(plot)}`)),
        this.frame);
    this.frame.addEventListener('pointermove', (event) => this.pointAt(event));
    this.frame.addEventListener('pointerleave', () => this.leave());
    this.frame.addEventListener('blur', () => this.leave());
    this.frame.addEventListener('click', (event) => {
      this.pointAt(event);
      this.choose();
    });
    this.frame.addEventListener('keydown', (event) => this.key(event));
    new ResizeObserver(() => this.draw()).observe(this.frame);
  }

  draw() {
    const width = Math.floor(this.frame.clientWidth);
    if (width === this.width || width === 0) {
      return;
    }
    this.width = width;
    this.leave();
    this.picture.replaceChildren();
    const drawn = this.plot.form === 'square'
        ? drawSquare(this.plot, this.picture, width)
        : drawStrip(this.plot, this.picture, width);
    this.points = drawn.points.sort((one, other) => one.x - other.x);
    for (const [key, value] of Object.entries({ width, height: drawn.height, viewBox: `0 0 ${width} ${drawn.height}` })) {
      this.picture.setAttribute(key, value);
    }
    this.ring = svg('circle', { class: 'ring', r: 7, visibility: 'hidden' });
    this.picture.append(this.ring);
  }

  pointAt(event) {
    const box = this.picture.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    let nearest = -1;
    let distance = REACH;
    this.points.forEach((point, i) => {
      const away = Math.hypot(point.x - x, point.y - y);
      if (away < distance) {
        distance = away;
        nearest = i;
      }
    });
    this.show(nearest);
  }

  key(event) {
    const last = this.points.length - 1;
    const steps = { ArrowRight: this.at + 1, ArrowLeft: this.at - 1, Home: 0, End: last };
    if (event.key in steps && last >= 0) {
      event.preventDefault();
      this.show(Math.max(0, Math.min(last, steps[event.key])));
      announce(this.tip.textContent);
    } else if (event.key === 'Enter' && this.at >= 0) {
      event.preventDefault();
      this.choose();
    } else if (event.key === 'Escape') {
      this.leave();
    }
  }

  show(index) {
    this.at = index;
    if (index < 0) {
      this.leave();
      return;
    }
    const point = this.points[index];
    this.ring.setAttribute('cx', point.x);
    this.ring.setAttribute('cy', point.y);
    this.ring.setAttribute('visibility', 'visible');
    this.tip.replaceChildren(
        element('strong', {}, nameOf(point.reference)), element('span', { class: `mark ${OUTCOMES[point.outcome]}` }, OUTCOMES[point.outcome]),
        ` ${point.text}`);
    this.tip.hidden = false;
    const half = this.tip.offsetWidth / 2;
    this.tip.style.left = `${Math.max(half, Math.min(this.width - half, point.x))}px`;
    this.tip.style.top = `${point.y}px`;
  }

  leave() {
    this.at = -1;
    this.tip.hidden = true;
    if (this.ring) {
      this.ring.setAttribute('visibility', 'hidden');
    }
  }

  choose() {
    if (this.at >= 0 && this.points[this.at].reference >= 0) {
      showFile(nameOf(this.points[this.at].reference));
    }
  }
}

function startPlots() {
  for (const plot of page.plots) {
    if (plot.lanes.some((lane) => lane.count > 0)) {
      plot.lanes = plot.lanes.filter((lane) => lane.count > 0);
      byId('plots').append(new Plot(plot).figure);
    }
  }
  byId('plots').classList.toggle('all', byId('plots').childElementCount === page.plots.length);
  byId('plots-section').hidden = byId('plots').childElementCount === 0;
}
