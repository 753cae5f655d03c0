// The search form. Pagefind and its index are loaded when a reader turns to the form, or comes with words in the address.
const form = document.getElementById("at--seek");
const words = document.getElementById("at--words");
const told = document.getElementById("at--told");
const list = document.getElementById("at--found");
const more = document.getElementById("at--more");
const selects = [...form.querySelectorAll("select[data-filter]")];
const STEP = 10;
// What the page says, in its language: plural forms by the names that the CLDR has for them.
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const counted = JSON.parse(form.dataset.found);

let loading;
let rest = [];
let latest = 0;

function pagefind() {
  loading ??= load().catch((error) => {
    loading = undefined;
    told.textContent = form.dataset.failed;
    throw error;
  });
  return loading;
}

async function load() {
  const engine = await import(`${form.dataset.index}pagefind.js`);
  await engine.options({ baseUrl: form.dataset.base, excerptLength: 30 });
  await engine.init();
  const filters = await engine.filters();
  for (const select of selects) {
    const counts = Object.entries(filters[select.dataset.filter] ?? {});
    const newestFirst = select.dataset.filter === "year" ? -1 : 1;
    counts.sort(([a], [b]) => newestFirst * a.localeCompare(b, language));
    select.append(...counts.map(([value, count]) => new Option(`${value} (${count})`, value)));
  }
  return engine;
}

async function search() {
  const mine = ++latest;
  const engine = await pagefind();
  const filters = {};
  for (const select of selects) {
    if (select.value) filters[select.dataset.filter] = select.value;
  }
  const term = words.value.trim();
  if (!term && !Object.keys(filters).length) {
    if (mine === latest) show([], "");
    return;
  }
  const sort = term ? undefined : { date: "desc" };
  const { results } = await engine.search(term || null, { filters, ...(sort && { sort }) });
  if (mine === latest) {
    show(results, stories(results.length));
    const address = new URL(location.href);
    address.searchParams.set("q", term);
    history.replaceState(null, "", address);
  }
}

function stories(count) {
  const words = counted[plural.select(count)] ?? counted.other ?? Object.values(counted).at(-1);
  return words.replace("%(num)s", count);
}

function show(results, message) {
  list.replaceChildren();
  rest = results;
  told.textContent = message;
  return further(false);
}

async function further(moves) {
  const mine = latest;
  const next = rest.slice(0, STEP);
  rest = rest.slice(STEP);
  more.hidden = !rest.length;
  const items = (await Promise.all(next.map((one) => one.data()))).map(item);
  if (mine !== latest) return;
  list.append(...items);
  if (moves) items[0]?.querySelector("a").focus();
}

function item(found) {
  const entry = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = found.url;
  link.textContent = found.meta.title;
  link.dir = "auto";
  heading.append(link);
  const when = document.createElement("p");
  when.textContent = found.meta.date ?? "";
  const excerpt = document.createElement("p");
  excerpt.dir = "auto";
  excerpt.append(...marked(found.excerpt));
  entry.append(heading, when, excerpt);
  return entry;
}

// The excerpt as text and marks alone, whatever else stands in it.
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => search().catch(() => {}), 250);
}

form.addEventListener("focusin", () => pagefind().catch(() => {}), { once: true });
form.addEventListener("input", soon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search().catch(() => {});
});
more.addEventListener("click", () => further(true));

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  words.value = asked;
  search().catch(() => {});
}
