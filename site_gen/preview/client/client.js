// The preview's script: listens for edits, brings the page up to date in place, shows problems, describes the page.
(() => {
  "use strict";
  const own = document.getElementById("site-gen-preview");
  const facts = { ...own.dataset };
  const home = "/__site__/";
  let source, busy = false, again = false, overlay, bar, problemsShown = "";

  const make = (name, text, kind) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };

  // A place of our own outside the body, where the theme's styles do not reach and morphing does not look.
  const holder = make("site-gen-preview");
  const shade = holder.attachShadow({ mode: "open" });
  const sheet = make("link");
  sheet.rel = "stylesheet";
  sheet.href = home + "client.css";
  shade.append(sheet);
  document.documentElement.append(holder);

  const connect = () => {
    if (source) source.close();
    const query = new URLSearchParams({ path: decodeURI(location.pathname), tag: facts.tag });
    source = new EventSource(home + "events?" + query);
    source.onmessage = (event) => heard(JSON.parse(event.data));
  };

  const heard = (word) => {
    showProblems(word.problems);
    if (word.go && decodeURI(location.pathname) !== word.go) location.assign(encodeURI(word.go));
    else if (word.changed) update();
  };

  const update = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const response = await fetch(location.href, { cache: "no-store" });
      if (response.redirected) { location.replace(response.url); return; }
      const text = await response.text();
      await bring(new DOMParser().parseFromString(text, "text/html"));
    } catch (error) {
      console.warn("site-gen:", error);
    } finally {
      busy = false;
      if (again) { again = false; update(); }
    }
  };

  const scripts = (page) => [...page.querySelectorAll("script[src]")].filter((one) => one.id !== "site-gen-preview")
    .map((one) => one.getAttribute("src")).join("\n");

  const bring = async (page) => {
    if (scripts(page) !== scripts(document)) { location.reload(); return; }
    const fresh = page.getElementById("site-gen-preview");
    Object.assign(facts, { held: undefined, unsure: undefined }, fresh ? fresh.dataset : {});
    await bringHead(page);
    Idiomorph.morph(document.body, page.body, { morphStyle: "outerHTML", ignoreActiveValue: true, callbacks: keeping });
    document.documentElement.lang = page.documentElement.lang;
    document.documentElement.className = page.documentElement.className;
    markHeld();
    showBar();
    document.dispatchEvent(new CustomEvent("site-gen:updated"));
  };

  // What a reader did to the page stays: what was typed or ticked, what was opened.
  const isTouched = (node) => (node.matches("input[type=checkbox], input[type=radio]") && node.checked !== node.defaultChecked)
    || (node.matches("input, textarea") && node.value !== node.defaultValue);
  const keeping = {
    beforeNodeMorphed: (old) => !(old instanceof Element && (isTouched(old) || old.matches("select"))),
    beforeAttributeUpdated: (name, node) => !(name === "open" && node.matches("details, dialog")),
  };

  // Styles are exchanged when the new ones have come, so that the page is never bare.
  const bringHead = async (page) => {
    const key = (node) => node.outerHTML;
    const isStyle = (node) => node.matches("link[rel~=stylesheet]");
    const passed = (node) => node.id === "site-gen-preview" || node.matches("script");
    const old = [...document.head.children].filter((node) => !passed(node));
    const wanted = [...page.head.children].filter((node) => !passed(node));
    const had = new Set(old.map(key)), want = new Set(wanted.map(key));
    const loading = [];
    for (const node of wanted) {
      if (had.has(key(node))) continue;
      const copy = document.importNode(node, true);
      if (isStyle(copy)) loading.push(new Promise((done) => { copy.onload = copy.onerror = done; }));
      document.head.append(copy);
    }
    await Promise.race([Promise.all(loading), new Promise((done) => setTimeout(done, 2000))]);
    for (const node of old) if (!want.has(key(node))) node.remove();
  };

  const showProblems = (problems) => {
    const said = JSON.stringify(problems);
    if (said === problemsShown) return;
    problemsShown = said;
    if (overlay) overlay.remove();
    overlay = undefined;
    if (!problems.length) return;
    overlay = make("section", "", "overlay");
    overlay.setAttribute("role", "alert");
    overlay.append(make("h1", problems.length === 1 ? "One problem; the last good site is shown." : problems.length + " problems; the last good site is shown."));
    for (const one of problems.slice(0, 50)) {
      const item = make("article");
      item.append(make("div", [one.path, one.line || "", one.column || ""].filter(Boolean).join(":"), "place"));
      item.append(make("p", one.what, "what"));
      if (one.excerpt) item.append(make("pre", one.line + " | " + one.excerpt + "\n" + " ".repeat(String(one.line).length + 2 + one.column) + "^"));
      if (one.hint) item.append(make("p", one.hint, "hint"));
      overlay.append(item);
    }
    const close = make("button", "Close");
    close.type = "button";
    close.onclick = () => overlay.remove();
    overlay.append(close);
    shade.append(overlay);
  };

  const showBar = () => {
    if (bar) bar.remove();
    if (facts.bar !== "on" || sessionStorage.getItem("site-gen-bar") === "off") return;
    bar = make("div", "", "bar");
    if (facts.held) bar.append(make("span", facts.held, "held"));
    if (facts.unsure) bar.append(make("span", facts.unsure, "unsure"));
    if (facts.source) bar.append(make("span", facts.source));
    if (facts.template) bar.append(make("span", facts.template));
    if (facts.reason) bar.append(make("span", facts.reason));
    for (const [text, to] of [["page", "about?path=" + encodeURIComponent(location.pathname)], ["site", ""]]) {
      const link = make("a", text);
      link.href = home + to;
      bar.append(link);
    }
    const close = make("button", "\u00d7");
    close.type = "button";
    close.title = "Hide until the next visit";
    close.onclick = () => { sessionStorage.setItem("site-gen-bar", "off"); bar.remove(); };
    bar.append(close);
    shade.append(bar);
  };

  // Drafts, scheduled and expired posts are marked wherever they are linked.
  const markHeld = async () => {
    const held = await (await fetch(home + "held.json")).json();
    for (const link of document.querySelectorAll("a[href]")) {
      const state = link.origin === location.origin ? held[decodeURI(link.pathname)] : undefined;
      link.classList.toggle("site-gen-held", Boolean(state));
      if (state) link.dataset.siteGenHeld = state;
    }
    if (!document.getElementById("site-gen-style") && Object.keys(held).length) {
      const style = make("link");
      style.id = "site-gen-style";
      style.rel = "stylesheet";
      style.href = home + "client.css";
      document.documentElement.append(style);
    }
  };

  // A browser has few connections to one host: pages that nobody sees let theirs go.
  document.addEventListener("visibilitychange", () => { if (document.hidden) { source.close(); } else connect(); });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  connect();
  showBar();
  markHeld();
})();
