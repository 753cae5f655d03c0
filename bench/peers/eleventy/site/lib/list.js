import { day, escape, iso, tagLinks } from "./frame.js";

const kept = new WeakMap();

const made = (story) => `<div class="card">
<h2><a href="${story.url}">${escape(story.data.title)}</a></h2>
<p class="meta"><time datetime="${iso(story.date)}">${day(story.date)}</time></p>
<p>${escape(story.data.summary)}</p>
<ul>${tagLinks(story.data.tags)}</ul>
</div>`;

// Each story's card is made once and kept, as site_gen's theme keeps it.
const card = (story) => {
  if (!kept.has(story)) kept.set(story, made(story));
  return kept.get(story);
};

export const address = (base, number) => (number === 1 ? base : `${base}page/${number}/`);

export const list = (title, base, { stories, number, total }) => `<h1>${escape(title)}</h1>
${stories.map(card).join("\n")}
<nav>${number > 1 ? `<a href="${address(base, number - 1)}">Newer</a>` : ""} ${number} / ${total} ${
  number < total ? `<a href="${address(base, number + 1)}">Older</a>` : ""
}</nav>`;
