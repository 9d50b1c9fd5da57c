/** FNV-1a: quick, and spread evenly. */
export const hash = (key: string) => {
  let code = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) code = Math.imul(code ^ key.charCodeAt(at), 0x01000193);
  return code >>> 0;
};
