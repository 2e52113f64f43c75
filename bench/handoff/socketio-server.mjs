import { createServer } from 'node:http';
import process from 'node:process';
import { Server } from 'socket.io';

/** The peer as its documentation sets it up: rooms, acknowledgements, connection state recovery, in memory. */
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
});
io.on('connection', (socket) => {
  void socket.join(String(socket.handshake.auth.talk));
  socket.on('message', (message, acknowledge) => {
    io.to(String(socket.handshake.auth.talk)).emit('message', message);
    acknowledge();
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
