import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { ModerateCommentDocument, type FeedbackRowFragment } from '../../gql/feedback';
import { useErrorText } from '../../lib/apollo/errors';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import type { Tone } from '../../ui/tone';
import { messages } from './messages';
import classes from './feedback.module.css';

export type Mark = FeedbackRowFragment;
type Quality = 1 | 2 | 3 | 4 | 5;

const RESULT_TONE = { SOLVED: 'good', PARTLY: 'warning', NOT_SOLVED: 'danger' } as const satisfies Record<string, Tone>;
const COMMENT_TONE = { PENDING: 'warning', SHOWN: 'quiet', HIDDEN: 'quiet', NONE: 'quiet' } as const satisfies Record<string, Tone>;

function Stars({ quality }: { quality: number }) {
  return (
    <span className={classes.stars} aria-hidden="true">
      {[1, 2, 3, 4, 5].map((at) => (
        <svg key={at} width="15" height="15" viewBox="0 0 24 24" data-on={at <= quality || undefined}>
          <path d="M12 3l2.7 5.7 6.1.8-4.5 4.3 1.1 6.2L12 17l-5.4 3 1.1-6.2-4.5-4.3 6.1-.8z" />
        </svg>
      ))}
    </span>
  );
}

/** Decides whether the deputy may read the comment; can be changed at any time. */
function Moderation({ mark }: { mark: Mark }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const [moderate, { loading }] = useMutation(ModerateCommentDocument);
  const decide = async (show: boolean) => {
    try {
      const { data } = await moderate({ variables: { input: { feedbackId: mark.id, show } } });
      const refused = data?.moderateComment.errors[0];
      notifications.show({
        message: refused?.message ?? t(show ? 'done.show' : 'done.hide'),
        color: refused ? 'red' : undefined,
        withCloseButton: false,
      });
    } catch (error) {
      notifications.show({ message: errorText(error), color: 'red', withCloseButton: false });
    }
  };
  return (
    <span className={classes.buttons}>
      {mark.commentState !== 'SHOWN' && (
        <Button
          size="compact-sm"
          variant={mark.commentState === 'PENDING' ? 'light' : 'default'}
          loading={loading}
          onClick={() => void decide(true)}
        >
          {t('show')}
        </Button>
      )}
      {mark.commentState !== 'HIDDEN' && (
        <Button size="compact-sm" variant="default" loading={loading} onClick={() => void decide(false)}>
          {t('hide')}
        </Button>
      )}
    </span>
  );
}

/** One mark: how good, whether it is solved, in the applicant's words, and of which answer. */
export function MarkView({ mark, linkDeputy }: { mark: Mark; linkDeputy: boolean }) {
  const t = useText(messages);
  const days = useDays();
  const feelings = [
    mark.personal === null ? '' : t('personal', { personal: mark.personal }),
    mark.prompt === null ? '' : t(mark.prompt ? 'prompt.yes' : 'prompt.no'),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <article className={classes.mark}>
      <div className={classes.quality}>
        <b>{t('quality', { quality: mark.quality })}</b>
        <Stars quality={mark.quality} />
        <span className={classes.word}>{t(`quality.${mark.quality as Quality}`)}</span>
      </div>
      <div className={classes.main}>
        {mark.comment !== null && (
          <blockquote className={classes.comment} data-hidden={mark.commentState === 'HIDDEN' || undefined}>
            {mark.comment}
          </blockquote>
        )}
        <p className={classes.line}>
          {mark.result && <Badge tone={RESULT_TONE[mark.result]}>{t(`result.${mark.result}`)}</Badge>}
          {feelings && <span>{feelings}</span>}
          {!mark.counted && <Badge tone="quiet">{t('notCounted')}</Badge>}
        </p>
        {!mark.counted && mark.notCountedText && <p className={classes.dim}>{mark.notCountedText}</p>}
        <p className={classes.about}>
          <Link to="/appeals/$id" params={{ id: mark.appeal.id }}>
            {mark.appeal.subject}
          </Link>
          <span>{mark.appeal.number}</span>
          {linkDeputy && (
            <Link to="/deputies/$id" params={{ id: mark.deputy.id }}>
              {t('to', { name: mark.deputy.name })}
            </Link>
          )}
          <span>{mark.appeal.region.name}</span>
        </p>
      </div>
      <div className={classes.side}>
        <time dateTime={mark.givenAt}>{days.moment(mark.givenAt, mark.appeal.region.timeZone)}</time>
        {mark.commentState !== 'NONE' && <Badge tone={COMMENT_TONE[mark.commentState]}>{t(`comment.${mark.commentState}`)}</Badge>}
        {mark.viewerCanModerateComment && <Moderation mark={mark} />}
      </div>
    </article>
  );
}
