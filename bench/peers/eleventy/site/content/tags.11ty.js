import { escape, frame } from "../lib/frame.js";

export const data = { permalink: "/tags/index.html", eleventyExcludeFromCollections: true };

const row = ({ tag, stories }) => `<li><a href="/tags/${tag}/">${escape(tag)}</a> (${stories.length})</li>`;

export const render = ({ collections, page }) =>
  frame({
    title: "Tags",
    description: "Tags",
    url: page.url,
    main: `<h1>Tags</h1><ul>${collections.byTag.map(row).join("\n")}</ul>`,
  });
