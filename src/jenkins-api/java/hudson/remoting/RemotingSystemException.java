package hudson.remoting;

class RemotingSystemException extends RuntimeException {

    RemotingSystemException() {
        throw new RuntimeException("Stub!");
    }
}
