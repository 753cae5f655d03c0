import { absolute, clock, day, escape, frame, iso, tagLinks } from "../lib/frame.js";

const beside = (label, story) =>
  story ? `<li>${label}: <a href="${story.url}">${escape(story.data.title)}</a></li>` : "";

export function render({ title, summary, authors, tags, page, content, collections }) {
  const { newer, older } = collections.neighbours.get(page.url);
  const minutes = Math.max(1, Math.ceil(content.split(/\s+/).length / 230));
  const about = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: iso(page.date),
    url: absolute(page.url),
  };
  return frame({
    title,
    description: summary,
    url: page.url,
    head: `<script type="application/ld+json">${JSON.stringify(about).replaceAll("<", "\\u003c")}</script>`,
    main: `<article>
<h1>${escape(title)}</h1>
<p class="meta"><time datetime="${iso(page.date)}">${day(page.date)}, ${clock(page.date)}</time> · ${escape(
      (authors ?? []).join(", "),
    )} · ${minutes} min read</p>
${content}
<ul class="tags">${tagLinks(tags)}</ul>
</article>
<nav><ul>${beside("Newer", newer)}${beside("Older", older)}</ul></nav>`,
  });
}
