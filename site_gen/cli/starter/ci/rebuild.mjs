// Made by `site-gen init --ci netlify`: the site is built each hour, for posts that come due or expire.
export default async () => {
  if (process.env.BUILD_HOOK) await fetch(process.env.BUILD_HOOK, { method: "POST" });
};

export const config = { schedule: "@hourly" };
