import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { RegionType } from '../regions/region.type.js';
import { VIEW_PLACES, type ViewPlace } from './saved-view.entity.js';

export const ViewPlaceEnum = asEnum(VIEW_PLACES);
registerEnumType(ViewPlaceEnum, { name: 'SavedViewPlace', description: 'Which list of the console: the moderation queue, or all appeals.' });

@ObjectType('SavedView', { simpleResolvers: true, description: 'A list of the console as somebody keeps it under a name.' })
export class SavedViewType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => ViewPlaceEnum, { description: 'Of which list.' })
  place!: ViewPlace;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: "Filter, order and columns, as the list's address has them behind «?»: `status=SUBMITTED&topic=housing.yards`." })
  query!: string;

  @Field(() => RegionType, { nullable: true, description: 'The region that it is shared with; null for an own one.' })
  region!: RegionType | null;

  @Field(() => String, { description: 'Who made it.' })
  byName!: string;

  @Field(() => Boolean, { description: 'Whether the viewer may change or delete it.' })
  viewerCanChange!: boolean;

  @Field(() => Int, { description: 'Give it back with a change.' })
  version!: number;
}

@InputType('SaveViewInput', { description: 'A list to keep; at most 20 for each list, of a person or of a region.' })
export class SaveViewInput {
  @Field(() => ViewPlaceEnum, { description: 'Of which list.' })
  place!: ViewPlace;

  @Field(() => String, { description: 'A name, up to 60 characters, that no other one of this list has.' })
  name!: string;

  @Field(() => String, { description: "The list's address behind «?», up to 2,000 characters." })
  query!: string;

  @Field(() => String, { nullable: true, description: 'ISO code of a region to share it with, for coordinators and administrators; an own one when left out.' })
  regionCode?: string | null;
}

@InputType('ChangeViewInput', { description: 'A new name, or another list under the name.' })
export class ChangeViewInput {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name; left as it is when left out.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "The list's address behind «?»; left as it is when left out." })
  query?: string | null;
}

@InputType('OrderViewsInput', { description: 'In which order the views of one list stand.' })
export class OrderViewsInput {
  @Field(() => [ID], { description: 'Views of one list and one owner, all of them, in their new order.' })
  ids!: string[];
}

@ObjectType('SavedViewPayload', { simpleResolvers: true, description: 'Result of a change of a view.' })
export class SavedViewPayload {
  @Field(() => SavedViewType, { nullable: true, description: 'The view as it is now, or as it was before it was deleted; null when refused.' })
  savedView?: SavedViewType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}

@ObjectType('SavedViewsPayload', { simpleResolvers: true, description: 'Result of a new order of views.' })
export class SavedViewsPayload {
  @Field(() => [SavedViewType], { nullable: true, description: 'The views of the list as they stand now; null when refused.' })
  savedViews?: SavedViewType[] | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}
