const SITE = "https://example.org";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const MONTHS = "January February March April May June July August September October November December".split(" ");

export const escape = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
export const absolute = (url) => SITE + url;
export const iso = (date) => date.toISOString().replace(".000Z", "+00:00");
export const day = (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
export const clock = (date) => date.toISOString().slice(11, 16);
export const tagLinks = (tags) => tags.map((tag) => `<li><a href="/tags/${tag}/">${escape(tag)}</a></li>`).join("\n");

export const frame = ({ title, description, url, head = "", main }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} | Bench</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="${absolute(url)}">
<meta property="og:url" content="${absolute(url)}">
<meta property="og:title" content="${escape(title)}">
<link rel="alternate" type="application/rss+xml" title="Bench" href="/feed.xml">
${head}
</head>
<body>
<header>
<p><a href="/">Bench</a></p>
<nav aria-label="Sections"><ul><li><a href="/">Home</a></li><li><a href="/tags/">Tags</a></li></ul></nav>
</header>
<main>
${main}
</main>
<footer><p>Bench</p></footer>
</body>
</html>
`;
