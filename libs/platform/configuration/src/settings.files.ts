import { listOf, oneOf, whole } from './reader.js';
import { setting } from './setting.js';

const MIB = 1024 * 1024;
const bytes = whole(1024, 256 * MIB, 'bytes');
const extensions = 'pdf,png,jpg,webp,heic,tif,docx,xlsx,pptx,odt,ods,odp,txt,csv';

/** Limits of files that are sent. */
export const fileSettings = {
  importFileLimit: setting(
    'IMPORT_FILE_LIMIT',
    `${64 * MIB}`,
    {
      en: 'Maximum size of a file that is sent to be imported, in bytes; it has to arrive within REQUEST_TIMEOUT',
      zh: '上传导入文件的最大字节数；文件须在 REQUEST_TIMEOUT 内传完',
    },
    bytes,
  ),
  attachmentLimit: setting(
    'ATTACHMENT_LIMIT',
    `${25 * MIB}`,
    {
      en: 'Maximum size of an attached file, in bytes; it has to arrive within REQUEST_TIMEOUT',
      zh: '附件的最大字节数；文件须在 REQUEST_TIMEOUT 内传完',
    },
    bytes,
  ),
  attachmentTypes: setting(
    'ATTACHMENT_TYPES',
    extensions,
    {
      en: 'Extensions of files that can be attached; the content has to be of the type that the extension says',
      zh: '允许作为附件的文件扩展名；内容须与扩展名所示类型一致',
    },
    listOf(oneOf(extensions.split(','))),
  ),
};
