import { httpProblems } from '@annals/http';

/** Problems of calendars. */
export const calendarProblems = httpProblems({
  CalendarNotFound: {
    status: 404,
    title: { en: 'Calendar not found', zh: '日历不存在' },
    detail: {
      en: 'No calendar has this address. It may have been replaced or revoked, or its user has left. Use `POST /v1/me/calendar` to create a new one.',
      zh: '此地址没有日历：地址可能已被替换或撤销，或用户已离职。请使用 `POST /v1/me/calendar` 重新生成。',
    },
  },
});
