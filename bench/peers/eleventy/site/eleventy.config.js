// The pages of site_gen's plain theme as Eleventy makes them quickest: templates in JavaScript, none run over Markdown.
const PAGE = 20;

const slices = (stories) => {
  const total = Math.ceil(stories.length / PAGE);
  return Array.from({ length: total }, (_, at) => ({
    number: at + 1,
    total,
    stories: stories.slice(at * PAGE, (at + 1) * PAGE),
  }));
};

const newest = (api) => api.getFilteredByGlob("content/posts/*.md").reverse();

const byTag = (api) => {
  const tags = new Map();
  for (const story of newest(api)) {
    for (const tag of story.data.tags) {
      if (!tags.has(tag)) tags.set(tag, []);
      tags.get(tag).push(story);
    }
  }
  return [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, stories]) => ({ tag, stories }));
};

export default function (config) {
  config.setUseGitIgnore(false);
  config.amendLibrary("md", (markdown) => markdown.set({ html: false, typographer: true }));
  config.addCollection("newest", newest);
  config.addCollection("byTag", byTag);
  config.addCollection("homePages", (api) => slices(newest(api)));
  config.addCollection("tagPages", (api) =>
    byTag(api).flatMap(({ tag, stories }) => slices(stories).map((slice) => ({ tag, ...slice }))),
  );
  config.addCollection("feeds", (api) => [
    { title: "Bench", home: "/", stories: newest(api).slice(0, PAGE) },
    ...byTag(api).map(({ tag, stories }) => ({ title: tag, home: `/tags/${tag}/`, stories: stories.slice(0, PAGE) })),
  ]);
  config.addCollection("neighbours", (api) => {
    const stories = newest(api);
    return new Map(stories.map((story, at) => [story.url, { newer: stories[at - 1], older: stories[at + 1] }]));
  });
  return {
    dir: { input: "content", includes: "../layouts", layouts: "../layouts", data: "../data" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false,
  };
}
