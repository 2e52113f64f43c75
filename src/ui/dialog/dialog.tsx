import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import './dialog.css';

export interface DialogProps {
  isOpen: boolean;
  /** Called with false by the close button and Escape; a tap beside the dialog does not close it. */
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

/** Something to settle before going on, asked for by the person. Its way out stands at the bottom centre (M-2.4). */
export function Dialog({ isOpen, onOpenChange, title, closeLabel, children }: DialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} className="dialog-scrim">
      <Modal className="dialog-window">
        <AriaDialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <div className="dialog-close">
            <Button icon={<Icon name="close" />} onPress={() => onOpenChange(false)}>
              {closeLabel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
