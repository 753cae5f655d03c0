import { absolute, escape } from "../lib/frame.js";

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => `${feed.home}feed.xml`,
  eleventyExcludeFromCollections: true,
};

const each = (name, values) => (values ?? []).map((value) => `<${name}>${escape(value)}</${name}>`).join("\n");

const item = ({ url, date, data: { title, summary, authors, tags } }) => `<item>
<title>${escape(title)}</title>
<link>${absolute(url)}</link>
<guid isPermaLink="true">${absolute(url)}</guid>
<pubDate>${date.toUTCString()}</pubDate>
${each("dc:creator", authors)}
${each("category", tags)}
<description>${escape(summary)}</description>
</item>`;

export const render = ({ feed, page }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escape(feed.title)}</title>
<link>${absolute(feed.home)}</link>
<description>${escape(feed.title)}</description>
<language>en</language>
<lastBuildDate>${feed.stories[0].date.toUTCString()}</lastBuildDate>
<atom:link href="${absolute(page.url)}" rel="self" type="application/rss+xml"/>
${feed.stories.map(item).join("\n")}
</channel>
</rss>
`;
