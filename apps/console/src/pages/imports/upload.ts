import { answerOf, api } from '../../api/client.js';

const NAMED = "attachment; filename*=UTF-8''";

/** Sends a file and returns its id; the bytes go as they are, in whatever encoding. */
export const upload = async (file: File): Promise<string> => {
  const { fileId } = await answerOf(
    api.POST('/v1/import-files', {
      headers: { 'Content-Type': 'text/csv', 'Content-Disposition': `${NAMED}${encodeURIComponent(file.name)}` },
      body: '',
      bodySerializer: () => file,
    }),
  );
  return fileId;
};
