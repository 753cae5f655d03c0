const permalink = ({ page }) => `/${page.date.toISOString().slice(0, 7).replace("-", "/")}/${page.fileSlug}/index.html`;

export default { layout: "post.11ty.js", permalink };
