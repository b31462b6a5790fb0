/** How messages/en.json becomes functions; shared by Vite and by the script that compiles before checks. */
export const messages = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: /** @type {['baseLocale']} */ (['baseLocale']),
  outputStructure: /** @type {const} */ ('locale-modules'),
  emitGitIgnore: false,
  emitReadme: false,
};
