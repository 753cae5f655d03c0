import { frame } from "../lib/frame.js";
import { address, list } from "../lib/list.js";

export const data = {
  pagination: { data: "collections.tagPages", size: 1, alias: "slice" },
  permalink: ({ slice }) => `${address(`/tags/${slice.tag}/`, slice.number)}index.html`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ slice, page }) =>
  frame({ title: slice.tag, description: slice.tag, url: page.url, main: list(slice.tag, `/tags/${slice.tag}/`, slice) });
