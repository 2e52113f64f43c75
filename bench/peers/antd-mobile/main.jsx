import { Button, Card, List, NavBar } from 'antd-mobile';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { askForHuman } from '../ask-for-human.js';

/* global __WORDS__ */
const words = __WORDS__;

function Home() {
  const [status, setStatus] = useState('');
  return (
    <>
      <NavBar back={null} right={<a href="?mode=senior">{words.toSenior}</a>}>
        {words.brand}
      </NavBar>
      <main>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <List>
          {words.jobs.map(({ title, text, href }) => (
            <List.Item key={href} description={text} onClick={() => window.location.assign(href)}>
              {title}
            </List.Item>
          ))}
        </List>
      </main>
      <Card>
        <div role="status" data-help="human-status">
          {status}
        </div>
        <Button
          block
          size="large"
          color="primary"
          data-help="human"
          onClick={() => askForHuman(words, setStatus)}
        >
          {words.human}
        </Button>
        <a href="tel:95500">{words.hotline}</a>
      </Card>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Home />);
