package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.Nullable;
import java.io.Serializable;
import java.util.Map;

public class UninstantiatedDescribable implements Serializable {

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        throw new RuntimeException("Stub!");
    }

    public UninstantiatedDescribable(Map<String, ?> arguments) {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public String getSymbol() {
        throw new RuntimeException("Stub!");
    }

    public void setSymbol(String symbol) {
        throw new RuntimeException("Stub!");
    }

    public Map<String, ?> getArguments() {
        throw new RuntimeException("Stub!");
    }

    public boolean hasSoleRequiredArgument() {
        throw new RuntimeException("Stub!");
    }

    public Map<String, Object> toMap() {
        throw new RuntimeException("Stub!");
    }
}
