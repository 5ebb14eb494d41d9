package com.cloudbees.plugins.credentials;

import hudson.model.ModelObject;
import java.io.Serializable;

public enum CredentialsScope implements Serializable {
    SYSTEM {
        @Override
        public String getDisplayName() {
            throw new RuntimeException("Stub!");
        }

        @Override
        public boolean isVisible(ModelObject modelObject) {
            throw new RuntimeException("Stub!");
        }
    },
    GLOBAL {
        @Override
        public String getDisplayName() {
            throw new RuntimeException("Stub!");
        }

        @Override
        public boolean isVisible(ModelObject modelObject) {
            throw new RuntimeException("Stub!");
        }
    },
    USER {
        @Override
        public String getDisplayName() {
            throw new RuntimeException("Stub!");
        }

        @Override
        public boolean isVisible(ModelObject modelObject) {
            throw new RuntimeException("Stub!");
        }
    };

    public abstract String getDisplayName();

    public abstract boolean isVisible(ModelObject modelObject);
}
