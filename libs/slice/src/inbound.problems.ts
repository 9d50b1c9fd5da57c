import { findings } from '@annals/event-sourcing';

/** Why a message of another system becomes a dead letter before it reaches a rule. */
export const inboundFindings = findings({
  TopicUnknown: {
    title: { en: 'Topic not known', zh: '未知主题' },
    detail: {
      en: 'No messages are expected on the topic `{topic}`. Send it to a topic that the reference lists.',
      zh: '主题 `{topic}` 不接收任何消息。请发送到参考文档列出的主题。',
    },
    example: { topic: 'erp.rumours.v1' },
  },
  TypeUnknown: {
    title: { en: 'Type of message not known', zh: '未知消息类型' },
    detail: {
      en: '`type` is not a type of message of this topic. Send {types}.',
      zh: '`type` 不是该主题的消息类型。请发送 {types}。',
    },
    example: { types: ['OrderPlaced', 'OrderDelivered', 'OrderCancelled'] },
  },
  NotJson: {
    title: { en: 'Body is not JSON', zh: '消息体不是有效的 JSON' },
    detail: {
      en: 'The body cannot be read as JSON. Send a JSON object in UTF-8.',
      zh: '消息体无法按 JSON 解析。请以 UTF-8 发送 JSON 对象。',
    },
  },
  MessageInvalid: {
    title: { en: 'Message not valid', zh: '消息无效' },
    detail: {
      en: 'A field is missing or not valid; the header `dead-letter-field` names it. Correct it and send the message again.',
      zh: '有字段缺失或无效，消息头 `dead-letter-field` 指明该字段。请更正后重新发送。',
    },
  },
  CustomerUnknown: {
    title: { en: 'Customer code not known', zh: '未知客户编号' },
    detail: {
      en: 'No customer has the code `{customerCode}`. Register the customer with this code, or send its id here.',
      zh: '没有客户使用编号 `{customerCode}`。请以该编号登记客户，或发送客户标识。',
    },
    example: { customerCode: 'ALFKI' },
  },
  CustomerAmbiguous: {
    title: { en: 'Customer code not unique', zh: '客户编号不唯一' },
    detail: {
      en: 'Several customers have the code `{customerCode}`. Send the id of the right customer.',
      zh: '多个客户使用编号 `{customerCode}`。请发送所指客户的标识。',
    },
    example: { customerCode: 'ALFKI' },
  },
});
