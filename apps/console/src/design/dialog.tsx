import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';

type Props = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: number;
};

/** What has to be answered before going on. */
export const Dialog = ({ title, onClose, children, footer = null, width = 560 }: Props) => (
  <Modal open title={title} onCancel={onClose} footer={footer} width={width} destroyOnHidden>
    {children}
  </Modal>
);

/** A longer form beside the page; its buttons stay at the bottom. */
export const SideDrawer = ({ title, onClose, children, footer, width = 480 }: Props) => (
  <Drawer open title={title} onClose={onClose} footer={footer} size={`min(${width}px, 100vw)`} destroyOnHidden>
    {children}
  </Drawer>
);
