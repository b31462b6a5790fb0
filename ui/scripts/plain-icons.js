/** An icon of the library works its drawing out anew wherever it stands. Built, it is the drawing itself. */
export function plainIcons() {
  return {
    name: 'plain-icons',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} code @param {string} id */
    transform(code, id) {
      if (!/@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/.test(id)) return null;
      const data = code.match(/const iconData = (\{.*\});/)?.[1];
      if (!data) throw new Error(`${id} draws its icon in another way than before`);
      return { code: component(JSON.parse(data)), map: null };
    },
  };
}

/** @param {{ name: string, node: [string, Record<string, string>][] }} icon */
function component({ name, node }) {
  const shapes = node.map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
    return `<${tag} ${written.join(' ')} />`;
  });
  return `<script>const props = $props();</script>
<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  class={['lucide-${name}', props.class]}>${shapes.join('')}</svg>`;
}
