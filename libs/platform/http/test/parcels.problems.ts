import { problems } from '@annals/event-sourcing';
import { httpProblems } from '@annals/http';

export const rules = problems({
  ParcelNotRegistered: {
    kind: 'missing',
    title: { en: 'Parcel not found', zh: '包裹不存在' },
    detail: { en: 'There is no parcel {parcelId}. Pack it first.', zh: '没有包裹 {parcelId}，请先打包。' },
    example: { parcelId: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8' },
  },
  ParcelAlreadySent: {
    kind: 'conflict',
    title: { en: 'Parcel already sent', zh: '包裹已寄出' },
    detail: { en: 'Parcel {parcelId} is on its way. Pack another one.', zh: '包裹 {parcelId} 已寄出，请另行打包。' },
    example: { parcelId: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8' },
  },
});

export const reads = httpProblems({
  ParcelNotFound: {
    status: 404,
    title: { en: 'Parcel not found', zh: '包裹不存在' },
    detail: { en: 'There is no parcel {id}. Check the id.', zh: '没有包裹 {id}，请核对标识。' },
    example: { id: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8' },
  },
});
