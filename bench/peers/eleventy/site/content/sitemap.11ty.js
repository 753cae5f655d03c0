import { absolute, iso } from "../lib/frame.js";
import { address } from "../lib/list.js";

export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

const entry = (url, date) => `<url><loc>${absolute(url)}</loc><lastmod>${iso(date)}</lastmod></url>`;

export const render = ({ collections: { newest, homePages, tagPages } }) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${homePages.map(({ number, stories }) => entry(address("/", number), stories[0].date)).join("\n")}
${newest.map(({ url, date }) => entry(url, date)).join("\n")}
${tagPages.map(({ tag, number, stories }) => entry(address(`/tags/${tag}/`, number), stories[0].date)).join("\n")}
</urlset>
`;
