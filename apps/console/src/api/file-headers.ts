/** The headers of a file that is sent as it is, with its name (RFC 6266). */
export const fileHeaders = ({ name }: Pick<File, 'name'>, mediaType: 'text/csv' | 'application/octet-stream') => ({
  'Content-Type': mediaType,
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
});
