import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './keys-help.module.css';

const KEYS = [
  [['J', '↓'], 'keys.next'],
  [['K', '↑'], 'keys.previous'],
  [['Enter'], 'keys.accept'],
  [['Ctrl Enter'], 'keys.acceptInField'],
  [['1', '2', '3'], 'keys.pick'],
  [['U'], 'keys.clarify'],
  [['R'], 'keys.reject'],
  [['Ctrl Enter'], 'keys.send'],
  [['Esc'], 'keys.cancel'],
  [['T'], 'keys.topic'],
  [['D'], 'keys.deputy'],
  [['N'], 'keys.note'],
  [['Z'], 'keys.undo'],
  [['G'], 'keys.new'],
  [['O'], 'keys.open'],
  [['/'], 'keys.search'],
  [['?'], 'keys.help'],
] as const;

/** Every key of the desk. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={opened} close={close} title={t('keys.title')} closeLabel={common('action.close')} size="sm">
      <dl className={classes.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && ` ${t('keys.or')} `}
                  <KeyHint>{key}</KeyHint>
                  <span className="visually-hidden">{key}</span>
                </span>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t('keys.layout')}</p>
    </Dialog>
  );
}
