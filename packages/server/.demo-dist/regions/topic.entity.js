import { defineEntity, p } from '@mikro-orm/core';
const TopicSchema = defineEntity({
    name: 'Topic',
    properties: {
        code: p.string().primary(),
        sectionRu: p.string(),
        sectionEn: p.string(),
        nameRu: p.string(),
        nameEn: p.string(),
        position: p.integer().comment('Order on screen'),
    },
});
export class Topic extends TopicSchema.class {
}
TopicSchema.setClass(Topic);
export { TopicSchema };
