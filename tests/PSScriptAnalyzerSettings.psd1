# For the repository's own scripts. What users get, the manifest and docs/*.ps1, is held to every rule.
@{
    ExcludeRules = @(
        # Pester's blocks share variables, and scripts are called with names of their own.
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'
        'PSAvoidUsingPositionalParameters'
        'PSUseSingularNouns'

        # Helpers of tests, called by nobody else, on a Sentry that is made for them.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        'PSAvoidUsingInvokeExpression'
        'PSAvoidUsingWriteHost'
        'PSAvoidOverwritingBuiltInCmdlets'

        # UTF-8 without a mark, as everything here.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
