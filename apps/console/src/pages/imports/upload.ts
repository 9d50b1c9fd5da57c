import { answerOf, api } from '../../api/client.js';
import { fileHeaders } from '../../api/file-headers.js';

/** Sends a file and returns its id; the bytes go as they are, in whatever encoding. */
export const upload = async (file: File): Promise<string> => {
  const { fileId } = await answerOf(
    api.POST('/v1/import-files', {
      headers: fileHeaders(file, 'text/csv'),
      body: '',
      bodySerializer: () => file,
    }),
  );
  return fileId;
};
