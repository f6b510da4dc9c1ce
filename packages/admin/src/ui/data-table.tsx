import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNarrow } from './use-narrow';
import classes from './data-table.module.css';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  /** Null where there is nothing to say: a dash in the table, no line on a card. */
  cell: (row: Row) => ReactNode;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  width?: number | string;
  /** On a card: the headline (one column), no label, or not shown at all. Otherwise a line «label: value». */
  card?: 'title' | 'bare' | 'hidden';
  /** The plain text of `header`, for the card's label, where `header` is a control. */
  label?: string;
}

/** Rows under headings; on a narrow screen a list of cards with the same facts. A row is opened by the link in its cell. */
export function DataTable<Row>({
  rows,
  columns,
  rowKey,
  caption,
  busy = false,
  mark,
}: {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** What the table lists, for screen readers. */
  caption: string;
  /** Newer rows are on their way; these stay, dimmed. */
  busy?: boolean;
  /** A row that needs an eye. */
  mark?: (row: Row) => 'danger' | 'warning' | undefined;
}) {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <ul className={classes.cards} aria-label={caption} aria-busy={busy} data-busy={busy || undefined}>
        {rows.map((row) => (
          <li key={rowKey(row)} className={classes.card} data-mark={mark?.(row)}>
            {columns
              .filter((column) => column.card === 'title')
              .map((column) => (
                <div key={column.key} className={classes.cardTitle}>
                  {column.cell(row)}
                </div>
              ))}
            <div className={classes.bare}>
              {columns
                .filter((column) => column.card === 'bare')
                .map((column) => {
                  const content = column.cell(row);
                  return content !== null && <div key={column.key}>{content}</div>;
                })}
            </div>
            <dl className={classes.facts}>
              {columns
                .filter((column) => !column.card)
                .map((column) => {
                  const content = column.cell(row);
                  return (
                    content !== null && (
                      <div key={column.key} className={classes.fact}>
                        <dt>{column.label ?? column.header}</dt>
                        <dd>{content}</dd>
                      </div>
                    )
                  );
                })}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
      <Table className={classes.table} aria-busy={busy} data-busy={busy || undefined} verticalSpacing={10} horizontalSpacing={14}>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} scope="col" w={column.width} data-align={column.align}>
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} data-mark={mark?.(row)}>
              {columns.map((column) => (
                <Table.Td key={column.key} data-align={column.align}>
                  {column.cell(row) ?? '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
