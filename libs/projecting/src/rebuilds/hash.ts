/** FNV-1a: fast and evenly distributed. */
export const hash = (key: string) => {
  let code = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) code = Math.imul(code ^ key.charCodeAt(at), 0x01000193);
  return code >>> 0;
};
