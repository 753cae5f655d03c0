import { frame } from "../lib/frame.js";
import { address, list } from "../lib/list.js";

export const data = {
  pagination: { data: "collections.homePages", size: 1, alias: "slice" },
  permalink: ({ slice }) => `${address("/", slice.number)}index.html`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ slice, page }) =>
  frame({ title: "Bench", description: "Bench", url: page.url, main: list("Bench", "/", slice) });
