import { openDesk } from '../test/desk.js';

it('stands in the description of the API as its view declares it', async () => {
  const desk = await openDesk();
  const { paths, components } = desk.api();
  const { get } = paths['/v1/notices']!;
  expect(get).toMatchObject({ operationId: 'NoticeList.list', tags: ['notices'] });
  expect(get!.summary).toBe('Notices, by status, urgency and tag');
  type Schema = { readonly $ref?: string };
  const parameters = get!.parameters as readonly { readonly name: string; readonly schema: Schema }[];
  const schemaOf = (name: string) => {
    const { $ref, ...schema } = parameters.find((parameter) => parameter.name === name)!.schema;
    return $ref === undefined ? schema : { ...components!.schemas![$ref.split('/').at(-1)!], ...schema };
  };
  expect(schemaOf('status')).toMatchObject({ type: 'array', items: { $ref: '#/components/schemas/Status' } });
  expect(components!.schemas!['Status']).toMatchObject({ type: 'string', enum: ['open', 'done'] });
  expect(schemaOf('urgency')).toMatchObject({
    type: 'array',
    items: { $ref: '#/components/schemas/NoticeListUrgency' },
  });
  expect(components!.schemas!['NoticeListUrgency']).toMatchObject({ enum: [1, 2, 3] });
  expect(schemaOf('sort')).toMatchObject({ enum: ['urgency', '-urgency', 'subject', '-subject'], default: '-urgency' });
  expect(schemaOf('late')).toMatchObject({ enum: ['true'] });
  expect(schemaOf('urgency.from')).toMatchObject({ type: 'number' });
  expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['leftAt.to', 'updatedSince']));
  expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['limit', 'cursor', 'consistencyToken']));
  expect(paths['/v1/notices/{id}']!.get).toMatchObject({
    ...{ operationId: 'NoticeList.one', summary: 'Get one notice' },
    responses: {
      200: {
        headers: { ETag: {} },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Notice' } } },
      },
    },
  });
  expect(components!.schemas!['NoticePage']).toMatchObject({
    properties: { items: { items: { $ref: '#/components/schemas/Notice' } } },
  });
  expect(components!.schemas!['Notice']).toMatchObject({
    required: ['noticeId', 'subject', 'headline', 'status', 'by', 'customerName', 'revision'],
  });
  expect(desk.rights().get('NoticeList.list')).toBe('notices.read');
  expect(desk.rights().get('NoticeTagList.one')).toBe('notices.tags');
  await desk.close();
});
