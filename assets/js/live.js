// Follows a workshop: when the service tells that something has changed, the page is fetched and
// its content put in place of what is here. Without this, the page has a link that loads it anew.

const RETRY = 10_000;
const followed = () => document.querySelector('[data-live]');

const status = document.createElement('p');
status.className = 'vh';
status.setAttribute('role', 'status');
document.body.append(status);

let source;
let wanted = 0;
let busy = false;

const begun = (field) => {
  if (field.type === 'hidden') return false;
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option, at) => option.selected !== (option.defaultSelected || (at === 0 && !field.querySelector('[selected]'))));
  }
  return field.type === 'radio' || field.type === 'checkbox'
    ? field.checked !== field.defaultChecked
    : 'defaultValue' in field && field.value !== field.defaultValue;
};

// A form that someone has begun to fill in stays as it is, with the revision it was made from.
function keep(old, fresh) {
  for (const form of old.querySelectorAll('form[id]')) {
    const same = fresh.querySelector(`#${CSS.escape(form.id)}`);
    if (same && [...form.elements].some(begun)) same.replaceWith(form);
  }
  for (const details of old.querySelectorAll('details[id][open]')) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute('open', '');
  }
}

function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const old = document.querySelector('main');
  const fresh = page.querySelector('main');
  if (!fresh) return;
  const focused = document.activeElement;
  const inside = old.contains(focused);
  const news = followed()?.dataset.liveNews;
  // The way focus is told on a page that has just been loaded does not fit one that changes.
  fresh.querySelector('[autofocus]')?.removeAttribute('autofocus');
  keep(old, fresh);
  old.replaceWith(fresh);
  document.title = page.title;
  if (inside) {
    const same = focused.id && document.getElementById(focused.id);
    const heading = fresh.querySelector('h1');
    if (!same) heading?.setAttribute('tabindex', '-1');
    (same || heading)?.focus({ preventScroll: Boolean(same) });
  }
  const now = followed()?.dataset.liveNews ?? page.title;
  if (now !== news) status.textContent = now;
}

async function refresh() {
  if (busy) return;
  busy = true;
  try {
    while (followed() && Number(followed().dataset.liveVersion) < wanted) {
      const before = wanted;
      const reply = await fetch(followed().dataset.livePage);
      show(await reply.text());
      // The page says what there is to know, even if its number is another.
      if (wanted === before) wanted = 0;
    }
  } catch {
    // Out of reach, or the phone sleeps. The service tells again once it is reached.
  } finally {
    busy = false;
  }
  if (!followed()) stop();
}

function stop() {
  source?.close();
  source = undefined;
}

function follow() {
  stop();
  const live = followed();
  if (!live) return;
  source = new EventSource(live.dataset.live);
  source.addEventListener('message', ({ data }) => {
    wanted = data === 'slut' ? Infinity : Number(data);
    refresh();
  });
  source.addEventListener('error', () => {
    // The browser asks again by itself unless it was told not to, which the page knows more about.
    if (source?.readyState !== EventSource.CLOSED) return;
    stop();
    wanted = Infinity;
    refresh();
    setTimeout(() => { if (!source) follow(); }, RETRY);
  });
}

// A phone that has slept may have lost the connection without having noticed.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') follow();
});
window.addEventListener('pagehide', stop);
window.addEventListener('pageshow', (event) => { if (event.persisted) follow(); });

follow();
